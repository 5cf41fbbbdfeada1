using LegalAid.Rules.Disclosure;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>An office whose book publishes a list of its people, as an address without a sign-in names it.</summary>
public sealed record PublishingOffice(Office Office, RuleBook Book)
{
    public PublicRosterRules Rules => Book.Disclosure!.Roster!;
}

/// <summary>Finds it and opens its rows for this request. An office that publishes nothing is not known here.</summary>
public sealed class PublicOffice(AidDb db, OfficeBooks books, OfficeClock clock)
{
    public async Task<PublishingOffice?> OpenAsync(string code, CancellationToken ct)
    {
        if (await PublicOffices.FindAsync(db, code, ct) is not { } office || await books.InForceOnAsync(office.Id, clock.Today, ct) is not { Disclosure.Roster: not null } book)
        {
            return null;
        }

        return new(office, book);
    }
}
