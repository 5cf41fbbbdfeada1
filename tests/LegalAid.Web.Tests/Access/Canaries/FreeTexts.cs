using LegalAid.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>The columns of office-owned tables into which people write what they like. Every text column is either here or known to hold something else.</summary>
internal static class FreeTexts
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "Cause", "HelpedByStation", "HelpGiven", "WishReason", "DecisionReason", "VoidReason", "Name", "LetterNumber", "Authority", "Contact",
        "RosterName", "Education", "Remark", "Reason", "FileName", "AssessedBy", "Recipient", "Opponent", "ProposalNote", "OutOfTurnReason",
        "DecisionNote", "UndoneReason", "ReceiptBy", "Opinions", "Conclusion", "Other", "Represents", "Client", "GivenBy", "EndReason",
        "NeededLanguage", "RulingReason", "Address", "Phone", "Requirement", "Rate", "Evidence", "Measure", "ClosingReason", "Title", "NoticeText",
        "InstitutionOpinion", "ReturnReason", "Statement", "Place", "Lecturer", "LecturerUnit", "Stem", "OtherParty", "WithdrawnReason", "Employer", "RecordSource",
        "Unit", "Opinion", "RepliedBy", "OverQuotaReason", "RaisedBy", "Answer", "Cited", "Objection", "Explanation", "State", "Finding",
        "ClosingNote",
    };

    // Numbers, codes and what the program itself writes; a voiding has its reason together with its moment; the append-only records hold ids and what is marked elsewhere.
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "Number", "DecisionNumber", "RegisterNumber", "Gender", "RosterGender", "ShownName", "LicenceNumber", "CaseNumber", "NoticeNumber",
        "ReplyNumber", "ReportNumber", "Seed", "Kind", "VoidedReason", "NameShape", "NameSound", "RosterNameShape", "RecipientShape",
        "RecipientSound", "OpponentShape", "OpponentSound", "Facts", "Result", "RuleBookVersion", "Details", "Text", "Proof", "Fault",
        "DocumentNumber", "NeededGender", "SeedHash", "ListHash", "Role", "RoleBefore", "UserName", "Clause", "Key", "Paper", "Given",
        "OtherPartyShape", "OtherPartySound", "RosterNameSound", "MatterNumber", "Path", "Sheet", "Reference",
        "GuestName", "GuestUnit",       // a member has neither; the canary's guest has both marked
    };

    public static async Task<int> MarkAsync(AidDb db, Guid officeId, string mark)
    {
        foreach (var type in OfficeOwned(db).Where(type => !typeof(IAppendOnly).IsAssignableFrom(type.ClrType)))
        {
            foreach (var row in await RowsAsync(db, type, officeId))
            {
                foreach (var column in Texts(type).Where(column => Free.Contains(column.Name)))
                {
                    var property = db.Entry(row).Property(column.Name);
                    if (property.CurrentValue is not string known || !known.Contains(mark, StringComparison.Ordinal))
                    {
                        property.CurrentValue = mark + "注";
                    }
                }
            }
        }

        return await db.SaveChangesAsync();
    }

    /// <summary>The ids of what the office owns, and of the institutions and accounts that are its own, by kind.</summary>
    public static async Task<IReadOnlyDictionary<string, List<Guid>>> IdsAsync(AidDb db, Guid officeId)
    {
        var ids = new Dictionary<string, List<Guid>>(StringComparer.Ordinal);
        foreach (var type in OfficeOwned(db).Where(type => type.FindProperty("Id")?.ClrType == typeof(Guid)))
        {
            ids[type.ClrType.Name] = [.. (await RowsAsync(db, type, officeId)).Select(row => (Guid)db.Entry(row).Property("Id").CurrentValue!)];
        }

        ids["Institution"] = await db.Memberships.Select(m => m.InstitutionId).Distinct().ToListAsync();
        ids["Officer"] = await db.Users.Where(o => o.OfficeId == officeId).Select(o => o.Id).ToListAsync();
        ids["Office"] = [officeId];
        return ids;
    }

    /// <summary>Text columns nobody has thought about yet.</summary>
    public static IEnumerable<string> Unknown(AidDb db) =>
        OfficeOwned(db).SelectMany(type => Texts(type).Where(column => !Free.Contains(column.Name) && !Fixed.Contains(column.Name)).Select(column => $"{type.ClrType.Name}.{column.Name}"));

    private static List<IEntityType> OfficeOwned(AidDb db)
    {
        var types = db.Model.GetEntityTypes().Where(type => typeof(IOfficeOwned).IsAssignableFrom(type.ClrType)).ToList();
        Assert.True(types.Count > 10);
        return types;
    }

    private static IEnumerable<IProperty> Texts(IEntityType type) => type.GetProperties().Where(column => column.ClrType == typeof(string));

    private static Task<List<object>> RowsAsync(AidDb db, IEntityType type, Guid officeId)
    {
        var rows = (IQueryable<IOfficeOwned>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
        return rows.Where(row => row.OfficeId == officeId).Cast<object>().ToListAsync();
    }
}
