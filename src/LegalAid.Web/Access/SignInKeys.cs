using System.Xml.Linq;
using LegalAid.Store;
using LegalAid.Store.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Access;

/// <summary>Keeps the keys of cookies and form tokens in the database, sealed with the field keys, for all nodes.</summary>
internal sealed class SignInKeys(IDbContextFactory<AidDb> databases, FieldCipher cipher, OfficeClock clock) : IXmlRepository
{
    /// <summary>
    /// Makes the first key when there is none, under the start lock: two nodes that each made one would refuse each other's cookies until they next
    /// look, a day later.
    /// </summary>
    public static void MakeReady(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect("start");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.SignInKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Content).AsEnumerable().Select(content => XElement.Parse(cipher.Open(content)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        var content = cipher.Seal(element.ToString(SaveOptions.DisableFormatting)).Bytes;
        db.Database.ExecuteSql($"insert into sign_in_keys (id, created_at_utc, content) values ({Guid.CreateVersion7()}, {clock.UtcNow}, {content})");     // EF saves asynchronously only, and whoever asks here cannot wait
    }
}
