using System.Globalization;
using LegalAid.Store.Offices;
using Microsoft.AspNetCore.Identity;

namespace LegalAid.Web.Access;

/// <summary>Checks the six digits of an authenticator app; a code works once (ASVS 6.5.1).</summary>
public sealed class OneTimeCodes(UserManager<Officer> users)
{
    public async Task<bool> AcceptAsync(Officer officer, string? code)
    {
        var digits = (code ?? string.Empty).Replace(" ", "", StringComparison.Ordinal);
        if (digits == officer.SpentCode || !await users.VerifyTwoFactorTokenAsync(officer, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return false;
        }

        officer.SpentCode = digits;
        return (await users.UpdateAsync(officer)).Succeeded;     // the concurrency stamp settles two sign-ins with one code
    }

    /// <summary>The address an authenticator app reads the secret from.</summary>
    public static string Uri(string userName, string secret) =>
        string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/Yuanku:{System.Uri.EscapeDataString(userName)}?secret={secret}&issuer=Yuanku&digits=6");
}
