using LegalAid.Store;
using LegalAid.Store.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Access;

/// <summary>
/// Makes the signed-in officer the acting one and opens this request's one database connection under that officer's office scope:
/// the own office alone, and the offices below it too where a page says so. A program that asks with a key is no officer.
/// </summary>
internal sealed class OfficerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentOfficer officer, AidDb db)
    {
        if (context.User.Identity is { IsAuthenticated: true } && context.User.HasClaim(claim => claim.Type == OfficerClaims.Office))
        {
            officer.Become(context.User, atHome: !LooksBelow(context));
            await db.SeeAsync(db.Scope.OfficeIds, context.RequestAborted);      // checking the cookie again may have opened it, under no office yet
            await db.Database.OpenConnectionAsync(context.RequestAborted);
        }

        await next(context);
    }

    private static bool LooksBelow(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.ModelTypeInfo is { } page
        && page.IsDefined(typeof(LooksBelowAttribute), inherit: false)
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || page.IsDefined(typeof(ReadsByPostAttribute), inherit: false));
}
