using LegalAid.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Access;

/// <summary>
/// Every address of a merged record leads to the same page of the record that goes on: what old decisions, papers and bookmarks name is still found, and nothing is entered for a record nobody sees any more.
/// </summary>
internal sealed class MergedPeopleFilter(AidDb db) : IAsyncPageFilter
{
    private const string Folder = "registry/people/{id:guid}";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.User.Identity is { IsAuthenticated: true }
            && context.ActionDescriptor.AttributeRouteInfo?.Template?.TrimStart('/').StartsWith(Folder, StringComparison.Ordinal) == true
            && Guid.TryParse(context.RouteData.Values["id"]?.ToString(), out var id)
            && await db.Memberships.Where(m => m.Id == id).Select(m => m.MergedIntoId).SingleOrDefaultAsync(context.HttpContext.RequestAborted) is { } kept)
        {
            context.Result = new LocalRedirectResult(context.HttpContext.Request.Path.Value!.Replace(id.ToString(), kept.ToString(), StringComparison.OrdinalIgnoreCase));
            return;
        }

        await next();
    }
}
