using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Database;
using LegalAid.Store.Offices;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Web;

/// <summary>The rows every deployment starts from: an office for each rule-book folder, the holiday table, and which field keys the data were sealed with.</summary>
internal static class FirstRows
{
    public static async Task PutAsync(string ownerConnectionString, RuleBooks ruleBooks, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString + ";Pooling=false");
        await using var db = AidDatabase.Open(source);
        await AddOfficesAsync(db, ruleBooks, ct);
        if (!await db.Holidays.AnyAsync(ct))
        {
            db.AddRange(BuiltInHolidays.Read(Deployment.HolidaysBeside()));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>The keys the database was filled with; made only for a database that knows none, because a new file would hide that the old one is lost.</summary>
    public static async Task<FieldKeys> KeysAsync(string ownerConnectionString, string keyFile, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString + ";Pooling=false");
        await using var db = AidDatabase.Open(source);
        if (await db.DeploymentFacts.SingleOrDefaultAsync(fact => fact.Name == DeploymentFact.FieldKeys, ct) is { Value: var filledWith })
        {
            return FieldKeys.Find(keyFile) switch
            {
                null => throw new StartUpException($"没有可用的密钥文件 {keyFile}（不存在，或已损坏）。数据库是用指纹 {filledWith} 的密钥写的，请取回另外保存的密钥文件；没有它，身份证号、电话等无法读出。"),
                // Sealed values and blind indexes are worthless under other keys; better not to start than to mix two.
                var keys when keys.Fingerprint != filledWith => throw new StartUpException($"密钥文件与数据库不符（数据库记的是 {filledWith}，文件是 {keys.Fingerprint}）。请从备份取回原来的密钥文件；用别的密钥启动会使身份证号、电话等无法读出。"),
                var keys => keys,
            };
        }

        var made = FieldKeys.LoadOrCreate(keyFile);
        db.Add(new DeploymentFact { Name = DeploymentFact.FieldKeys, Value = made.Fingerprint });
        await db.SaveChangesAsync(ct);
        return made;
    }

    private static async Task AddOfficesAsync(AidDb db, RuleBooks ruleBooks, CancellationToken ct)
    {
        var known = await db.Offices.ToDictionaryAsync(office => office.Code, StringComparer.Ordinal, ct);
        foreach (var profile in ruleBooks.Offices)
        {
            var office = known.GetValueOrDefault(profile.Code) ?? Add(profile, null);
            foreach (var county in (profile.Counties ?? []).Where(county => !known.ContainsKey(county.Code)))
            {
                Add(county, office);
            }
        }

        Office Add(OfficeProfile profile, Office? parent)
        {
            var office = new Office
            {
                Id = Guid.CreateVersion7(),
                Code = profile.Code,
                BookCode = parent?.BookCode ?? profile.Code,
                ParentId = parent?.Id,
                Name = profile.Name,
                BureauName = profile.BureauName,
                District = profile.District,
                DocumentPrefix = profile.DocumentPrefix,
                Address = profile.Address,
                Phone = profile.Phone,
            };
            db.Add(office);
            return office;
        }
    }
}
