using LegalAid.Store.Recusals;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Access;

/// <summary>A form by which an officer asks to stand aside: the one thing a recused officer may still send.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class EvenIfRecusedAttribute : Attribute;

/// <summary>
/// Whoever is recused from a case, waits for that decision or has not declared a party of the own name sends no form about the case (BB-8.1, CF-14).
/// It stands before every page, so that no use case can forget it. Institutions and their people are not meant: conflicts of theirs are gates of the assignment.
/// </summary>
internal sealed class RecusalFilter(CasesOfRoute cases, RecusalCheck check, CurrentOfficer officer) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Concerns(context) || await WhyNotAsync(context) is not { } refusal)
        {
            await next();
            return;
        }

        var page = (PageModel)context.HandlerInstance;
        if (page is IFormPage form && !await form.LoadAsync(context.HttpContext.RequestAborted))
        {
            context.Result = new NotFoundResult();
            return;
        }

        page.ModelState.Clear();        // what is wrong with the form does not matter any more
        page.ViewData[FormPages.RefusalsKey] = new[] { refusal };
        context.Result = page is IFormPage
            ? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity, ViewData = page.ViewData }
            : new StatusCodeResult(StatusCodes.Status422UnprocessableEntity);
    }

    // The page of errors answers posts too, also those of programs, where no officer is signed in.
    private bool Concerns(PageHandlerExecutingContext context) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method)
        && !context.ActionDescriptor.EndpointMetadata.Any(one => one is EvenIfRecusedAttribute or ReadsByPostAttribute or IAllowAnonymous)
        && context.HttpContext.User.Identity is { IsAuthenticated: true }
        && officer.SeesWholeOffice;

    private async Task<LegalAid.Rules.Common.Refusal?> WhyNotAsync(PageHandlerExecutingContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        var touched = await cases.ReadAsync(context.ActionDescriptor.AttributeRouteInfo!.Template!, context.RouteData.Values, ct);
        return await check.WhyNotActAsync(touched, officer.Id, ct);
    }
}
