using LegalAid.Store;
using LegalAid.Store.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Web.Parts;

/// <summary>
/// Two people at once: the database lets the first one through (unique index, row version, lock).
/// The second gets the form back, filled in, with the page as it now stands (409).
/// </summary>
internal sealed class OvertakenFilter(AidDb db) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not { } exception || executed.ExceptionHandled || !IsOvertaken(exception))
        {
            return;
        }

        db.ChangeTracker.Clear();
        executed.ExceptionHandled = true;
        executed.Result = await FormAsItNowStandsAsync(context);
    }

    private static bool IsOvertaken(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || (exception as PostgresException ?? exception.InnerException as PostgresException) is
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
            ConstraintName: not RequestKey.Constraint,      // the same form twice: RequestKeyFilter leads to the first answer
        };

    private static async Task<IActionResult> FormAsItNowStandsAsync(PageHandlerExecutingContext context)
    {
        if (context.HandlerInstance is not PageModel page || page is not IFormPage form || !await form.LoadAsync(context.HttpContext.RequestAborted))
        {
            return new StatusCodeResult(StatusCodes.Status409Conflict);
        }

        page.ViewData[FormPages.StaleKey] = true;
        return new PageResult { StatusCode = StatusCodes.Status409Conflict, ViewData = page.ViewData };
    }
}
