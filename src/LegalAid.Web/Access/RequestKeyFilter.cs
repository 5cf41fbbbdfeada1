using System.Security.Cryptography;
using System.Text;
using LegalAid.Store;
using LegalAid.Store.Requests;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Tags;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Access;

/// <summary>A post that may be repeated without harm and needs no key, such as signing out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal class WithoutRequestKeyAttribute : Attribute;

/// <summary>
/// One form, one effect. The form's hidden key is saved in the write's own transaction; the same form sent again is led to the first one's result,
/// with other content the form comes back, filled in, with a fresh key: nobody can tell whether a second effect was meant. After a crash nobody has to guess whether the write was done.
/// </summary>
internal sealed class RequestKeyFilter(AidDb db, OfficeClock clock) : IAsyncPageFilter
{
    public const string FieldName = "__key";
    private const string AntiforgeryField = "__RequestVerificationToken";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var metadata = context.ActionDescriptor.EndpointMetadata;
        if (!HttpMethods.IsPost(http.Request.Method) || metadata.OfType<IAllowAnonymous>().Any() || metadata.OfType<WithoutRequestKeyAttribute>().Any())
        {
            await next();
            return;
        }

        if (!Guid.TryParse(http.Request.Form[FieldName], out var key))
        {
            context.Result = new BadRequestResult();
            return;
        }

        var request = await DescribeAsync(http, key);
        if (await EarlierAnswerAsync(request, context) is { } earlier)
        {
            context.Result = earlier;
            return;
        }

        db.Add(request);
        var executed = await next();
        if (executed.Exception is DbUpdateException { InnerException: Npgsql.PostgresException { ConstraintName: RequestKey.Constraint } })
        {
            db.ChangeTracker.Clear();
            executed.ExceptionHandled = true;
            executed.Result = await EarlierAnswerAsync(request, context) ?? throw executed.Exception;
        }
        else if (executed is { Result: PageResult { StatusCode: >= 400 } } and ({ Exception: null } or { ExceptionHandled: true }) && await AnsweredMeanwhileAsync(request, http.RequestAborted) is { } answered)
        {
            executed.Result = answered;
        }
        else if (executed.Exception is null && LocationOf(executed, http) is { } location)
        {
            await db.RequestKeys.Where(r => r.Key == key).ExecuteUpdateAsync(set => set.SetProperty(r => r.Location, location), http.RequestAborted);
        }
    }

    private async Task<RequestKey> DescribeAsync(HttpContext http, Guid key) => new()
    {
        Key = key,
        OfficerId = Guid.Parse(http.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value),
        Path = http.Request.Path.Value!,
        ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes(await ContentAsync(http.Request, http.RequestAborted))),
        AtUtc = clock.UtcNow,
    };

    private static async Task<string> ContentAsync(HttpRequest request, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var fields = form.Where(field => field.Key is not (FieldName or AntiforgeryField))
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}");
        var files = form.Files.Select(file => $"{file.Name}={file.FileName}:{file.Length}");
        return string.Join('\n', fields.Concat(files)) + request.QueryString;
    }

    private async Task<IActionResult?> EarlierAnswerAsync(RequestKey request, PageHandlerExecutingContext context)
    {
        var earlier = await db.RequestKeys.AsNoTracking().SingleOrDefaultAsync(r => r.Key == request.Key, context.HttpContext.RequestAborted);
        if (earlier is null)
        {
            return null;
        }

        return IsSame(earlier, request) ? new LocalRedirectResult(earlier.Location ?? earlier.Path)
            : IsSameForm(earlier, request) && await AskAgainAsync(context) is { } again ? again
            : new StatusCodeResult(StatusCodes.Status409Conflict);
    }

    // The same form sent twice at once: the second found the work done, by the first, and is led to its result instead of being refused.
    private async Task<IActionResult?> AnsweredMeanwhileAsync(RequestKey request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var earlier = await db.RequestKeys.AsNoTracking().SingleOrDefaultAsync(r => r.Key == request.Key, ct);
        return earlier is not null && IsSame(earlier, request) ? new LocalRedirectResult(earlier.Location ?? earlier.Path) : null;
    }

    private static bool IsSame(RequestKey earlier, RequestKey request) =>
        IsSameForm(earlier, request) && earlier.ContentHash.AsSpan().SequenceEqual(request.ContentHash);

    private static bool IsSameForm(RequestKey earlier, RequestKey request) => earlier.OfficerId == request.OfficerId && earlier.Path == request.Path;

    private static async Task<IActionResult?> AskAgainAsync(PageHandlerExecutingContext context)
    {
        if (context.HandlerInstance is not PageModel page || page is not IFormPage form || !await form.LoadAsync(context.HttpContext.RequestAborted))
        {
            return null;
        }

        context.HttpContext.Items[IdempotencyKeyTag.FreshKey] = true;
        page.ModelState.AddModelError(string.Empty, "这张表单已经提交过，先前填写的内容已经办成。现在填写的与先前不同：确要另办一件的，请核对后再次提交。");
        return new PageResult { StatusCode = StatusCodes.Status409Conflict, ViewData = page.ViewData };
    }

    private static string? LocationOf(PageHandlerExecutedContext executed, HttpContext http) => executed.Result switch
    {
        RedirectToPageResult page => Link(page, executed),
        LocalRedirectResult local => local.Url,
        RedirectResult redirect => redirect.Url,
        null or PageResult => null,
        _ => http.Request.Path.Value,
    };

    private static string? Link(RedirectToPageResult page, PageHandlerExecutedContext executed) =>
        executed.HttpContext.RequestServices.GetRequiredService<Microsoft.AspNetCore.Mvc.Routing.IUrlHelperFactory>()
            .GetUrlHelper(executed)
            .Page(page.PageName, page.PageHandler, page.RouteValues);
}
