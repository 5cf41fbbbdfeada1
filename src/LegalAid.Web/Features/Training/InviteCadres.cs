using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>How many were invited; who had been before is not counted.</summary>
public sealed record NewGuests(int Count);

/// <summary>
/// Invites cadres to a training beside the pool (TL-4.1e, TL-4.2a): by name and unit, or by their account at a station of the office. Who is typed as an account names them signs in with it.
/// </summary>
public sealed class InviteCadres(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<NewGuests>?> RunAsync(Guid trainingId, CadresForm form, CancellationToken ct)
    {
        if (await db.TrainingEvents.SingleOrDefaultAsync(t => t.Id == trainingId, ct) is not { } training)
        {
            return null;
        }

        var typed = string.IsNullOrWhiteSpace(form.Cadres) && form.Accounts.Count > 0 ? new CadreList([]) : Attendees.Read(form.Cadres, form.Unit);
        if (InvitationTime.WhyNotInvite(training, clock.UtcNow) is { } late)
        {
            return late;
        }

        if (typed.Value is not { } named)
        {
            return typed.Refusal!;
        }

        var guests = await NewAsync(training, named, form.Accounts, ct);
        if (guests.Count == 0)
        {
            return new Refusal("all-invited", "没有可以邀请的干部：先前都已经邀请，或者不是本机构工作站的账户。", []);
        }

        db.AddRange(guests);
        db.Note(officer.OfficeId, clock.UtcNow, Act.CadresInvited, training.Id, officer.Id, details: new { guests = guests.Count });
        await db.SaveChangesAsync(ct);
        return new NewGuests(guests.Count);
    }

    private async Task<List<TrainingAttendance>> NewAsync(TrainingEvent training, CadreList named, List<Guid> chosen, CancellationToken ct)
    {
        var accounts = await StationAccounts.Of(db, officer.OfficeId).ToListAsync(ct);
        var invited = await db.TrainingAttendances.Where(a => a.EventId == training.Id && a.CorpsMemberId == null && a.GuestName != null).Select(a => new { a.GuestName, a.GuestUnit, a.OfficerId }).ToListAsync(ct);
        var known = invited.Select(a => new NamedCadre(a.GuestName!, a.GuestUnit!)).ToHashSet();
        return
        [
            .. named.Cadres.Concat(accounts.Where(a => chosen.Contains(a.Id)).Select(a => new NamedCadre(a.Name, a.Station))).Distinct().Where(cadre => !known.Contains(cadre))
                .Select(cadre => (Cadre: cadre, Account: accounts.Find(a => (a.Name, a.Station) == (cadre.Name, cadre.Unit))?.Id))
                .Where(one => one.Account is null || invited.TrueForAll(a => a.OfficerId != one.Account))
                .Select(one => new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = training.OfficeId, EventId = training.Id, GuestName = one.Cadre.Name, GuestUnit = one.Cadre.Unit, OfficerId = one.Account }),
        ];
    }
}

/// <summary>Whom to invite: lines of name and unit, the unit of those that have none, and accounts of stations.</summary>
public sealed class CadresForm
{
    [Display(Name = "干部"), StringLength(20_000)]
    public string? Cadres { get; set; }

    [Display(Name = "单位"), StringLength(Attendees.LongestUnit)]
    public string? Unit { get; set; }

    [Display(Name = "工作站账户")]
    public List<Guid> Accounts { get; set; } = [];
}
