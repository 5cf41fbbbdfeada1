using LegalAid.Rules.Assignment;
using LegalAid.Rules.Ranking;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Ranking;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What only some books speak of or few members have: mentor, colour, time in the corps, records that went into this one.</summary>
public sealed record PersonExtra(string? Mentor, ColourFact? Colour, DateOnly? CorpsSince, IReadOnlyList<MergeFact> Merges);

/// <summary>When another record went into this one.</summary>
public sealed record MergeFact(Guid Id, DateTime? AtUtc);

/// <summary>A member's colour with the list it stands on, what it weighs and by which clause.</summary>
public sealed record ColourFact(string Name, Tone Tone, Guid ListId, string Period, int Percent, string Clause);

/// <summary>Gathers it for the member's page.</summary>
public sealed class PersonExtras(AidDb db)
{
    public async Task<PersonExtra> ReadAsync(Membership member, RuleBook book, DateOnly today, CancellationToken ct)
    {
        var mentor = member.MentorId is { } id ? await db.Memberships.Where(m => m.Id == id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct) : null;
        var corps = book.Corps is null ? null : await CorpsMembers.On(db, today).Where(m => m.PersonId == member.PersonId).Select(m => (DateOnly?)m.JoinedOn).FirstOrDefaultAsync(ct);
        var merges = await db.MemberMerges.Where(m => m.KeptId == member.Id && m.Status == MergeStatus.Merged).OrderBy(m => m.DecidedAtUtc).Select(m => new MergeFact(m.Id, m.DecidedAtUtc)).ToListAsync(ct);
        return new(mentor, book.ColourWeights is { } weights ? await ColourAsync(member, weights, today, ct) : null, corps, merges);
    }

    private async Task<ColourFact?> ColourAsync(Membership member, ColourWeights weights, DateOnly today, CancellationToken ct)
    {
        if (await CountingList.OnAsync(db, member.OfficeId, today, ct) is not { } list)
        {
            return null;
        }

        var colour = await db.ColouredMembers.Where(m => m.ListId == list.Id && m.MembershipId == member.Id).Select(m => (Colour?)m.Colour).SingleOrDefaultAsync(ct);
        return colour is { } known && weights.For(known) is { } weight ? new(ColourWeights.NameOf(known), ToneOf(known), list.Id, list.Period, weight.Value, weight.Clause) : null;
    }

    private static Tone ToneOf(Colour colour) => colour switch
    {
        Colour.Green => Tone.Good,
        Colour.Blue => Tone.Active,
        Colour.Red => Tone.Attention,
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "Unknown colour."),
    };
}
