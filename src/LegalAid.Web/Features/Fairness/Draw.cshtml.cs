using System.Text;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Fairness;

/// <summary>One draw, recomputed before the reader's eyes, with how to do so by hand.</summary>
[Authorize(Policy = Policies.Papers)]
[LooksBelow]
public sealed class DrawModel(AidDb db) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public LotteryDraw Draw { get; private set; } = null!;

    public LotteryCommitment Commitment { get; private set; } = null!;

    public IReadOnlyList<DrawnLine> Lines { get; private set; } = [];

    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>The seed was not laid down before the draw.</summary>
    public bool IsCommittedAtOnce { get; private set; }

    /// <summary>How long before the draw the seed was laid down.</summary>
    public string Lead => (Draw.AtUtc - Commitment.AtUtc) switch
    {
        { TotalDays: >= 1 } span => $"{(int)span.TotalDays} 天 {span.Hours} 小时",
        { TotalHours: >= 1 } span => $"{(int)span.TotalHours} 小时 {span.Minutes} 分钟",
        { TotalMinutes: >= 1 } span => $"{(int)span.TotalMinutes} 分钟",
        var span => $"{(int)span.TotalSeconds} 秒",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await PublicationAsync(ct) is not { } publication)
        {
            return NotFound();
        }

        Lines = Lottery.Draw(Draw.Seed, Draw.Entries).Lines;
        Faults = publication.Faults();
        IsCommittedAtOnce = publication.IsCommittedAtOnce;
        return Page();
    }

    /// <summary>The text that is published and that <c>./legalaid lottery verify</c> reads.</summary>
    public async Task<IActionResult> OnGetTextAsync(CancellationToken ct) =>
        await PublicationAsync(ct) is { } publication
            ? File(Encoding.UTF8.GetBytes(publication.Text()), "text/plain; charset=utf-8", $"抽签 {FairnessWords.Of(Commitment.Kind)} 第{Commitment.Number}次.txt")
            : NotFound();

    private async Task<LotteryPublication?> PublicationAsync(CancellationToken ct)
    {
        if (await db.LotteryDraws.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, ct) is not { } draw)
        {
            return null;
        }

        Draw = draw;
        Commitment = await db.LotteryCommitments.AsNoTracking().SingleAsync(c => c.Id == draw.CommitmentId, ct);
        return draw.Publication(Commitment);
    }
}
