using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LegalAid.Web.Parts;

/// <summary>Something sent to a page that takes nothing, or under a name it does not take, is refused; left alone, the page would be drawn with nothing loaded.</summary>
internal sealed class NothingTakenFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Decided below, after sign-in and form token were checked.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing to tidy up.
    }
}
