using LegalAid.Store;
using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Access;

/// <summary>Makes the signed-in officer the acting one and opens this request's one database connection under that officer's office scope.</summary>
internal sealed class OfficerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentOfficer officer, AidDb db)
    {
        if (context.User.Identity is { IsAuthenticated: true })
        {
            officer.Become(context.User);
            await db.SeeAsync(db.Scope.OfficeIds, context.RequestAborted);      // checking the cookie again may have opened it, under no office yet
            await db.Database.OpenConnectionAsync(context.RequestAborted);
        }

        await next(context);
    }
}
