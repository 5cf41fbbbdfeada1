using LegalAid.Rules.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Parts;

/// <summary>A page with a form. It can fetch again what it shows, so that a refused or overtaken form comes back filled in.</summary>
public interface IFormPage
{
    /// <summary>Fetches what the page shows beside the form; returns false when the subject is not there or not the officer's.</summary>
    Task<bool> LoadAsync(CancellationToken ct);
}

/// <summary>The ways a form page answers.</summary>
public static class FormPages
{
    public const string RefusalsKey = "Refusals";
    public const string StaleKey = "Stale";

    /// <summary>What the regulation said against the form just sent; empty when it said nothing.</summary>
    public static IReadOnlyList<Refusal> Refusals(this PageModel page) => page.ViewData[RefusalsKey] as IReadOnlyList<Refusal> ?? [];

    /// <summary>Somebody was faster: the page shows how things now stand.</summary>
    public static bool IsStale(this PageModel page) => page.ViewData[StaleKey] is true;

    /// <summary>Shows the form for the first time.</summary>
    public static async Task<IActionResult> ShowAsync<T>(this T page, CancellationToken ct)
        where T : PageModel, IFormPage =>
        await page.LoadAsync(ct) ? page.Page() : page.NotFound();

    /// <summary>Shows the form again because something in it cannot be read (400).</summary>
    public static Task<IActionResult> MalformedAsync<T>(this T page, CancellationToken ct)
        where T : PageModel, IFormPage =>
        AgainAsync(page, StatusCodes.Status400BadRequest, ct);

    /// <summary>Shows the form again with what the regulation says against it (422).</summary>
    public static Task<IActionResult> RefusedAsync<T>(this T page, IReadOnlyList<Refusal> refusals, CancellationToken ct)
        where T : PageModel, IFormPage
    {
        page.ViewData[RefusalsKey] = refusals;
        return AgainAsync(page, StatusCodes.Status422UnprocessableEntity, ct);
    }

    /// <summary>Answers with what a use case made of the form: what follows when it is done, the form again when refused (422) or overtaken (409), 404 when its subject is not there.</summary>
    public static async Task<IActionResult> AnswerAsync<T, TMade>(this T page, Outcome<TMade>? outcome, Func<TMade, IActionResult> done, CancellationToken ct)
        where T : PageModel, IFormPage
        where TMade : class =>
        outcome is null ? page.NotFound()
        : outcome.Value is { } made ? done(made)
        : outcome.Refusal!.Code == Refusal.StaleCode ? await page.StaleAsync(outcome.Refusals, ct)
        : await page.RefusedAsync(outcome.Refusals, ct);

    /// <summary>Goes on to the next page, which tells what was done.</summary>
    public static IActionResult Done(this PageModel page, string told, IActionResult next)
    {
        page.Tell(told);
        return next;
    }

    /// <summary>Shows the form again as things now stand: somebody was faster (409).</summary>
    public static Task<IActionResult> StaleAsync<T>(this T page, IReadOnlyList<Refusal> refusals, CancellationToken ct)
        where T : PageModel, IFormPage
    {
        page.ViewData[StaleKey] = true;
        page.ViewData[RefusalsKey] = refusals;
        return AgainAsync(page, StatusCodes.Status409Conflict, ct);
    }

    private static async Task<IActionResult> AgainAsync<T>(T page, int status, CancellationToken ct)
        where T : PageModel, IFormPage
    {
        if (!await page.LoadAsync(ct))
        {
            return page.NotFound();
        }

        var result = page.Page();
        result.StatusCode = status;
        return result;
    }
}
