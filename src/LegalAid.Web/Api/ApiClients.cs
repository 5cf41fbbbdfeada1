using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using LegalAid.Store;
using LegalAid.Store.Api;
using LegalAid.Store.Database;
using LegalAid.Store.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalAid.Web.Api;

/// <summary>
/// Who asks over /api: a program that sends its key as <c>Authorization: Bearer</c>. There no cookie counts, and elsewhere no key does,
/// so a browser that is signed in can be made to ask nothing.
/// </summary>
internal static class ApiClients
{
    public const string Root = "/api";
    public const string ByAddress = "by-address";
    public const string KeyClaim = "api-key";
    public const string OfficeClaim = "api-office";
    public const string KindClaim = "api-kind";

    public static void AddApiClients(this IServiceCollection services) => services.AddAuthentication()
        .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
        .AddPolicyScheme(ByAddress, null, options => options.ForwardDefaultSelector = context =>
            context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase) ? ApiKeyHandler.SchemeName : IdentityConstants.ApplicationScheme);
}

/// <summary>Knows a key again by its keyed hash, among the rows of the office it names.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AidDb db, FieldCipher cipher)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-key";
    private const string Bearer = "Bearer ";
    private const string Wrong = "key-wrong";
    private const string Revoked = "key-revoked";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var text = header[Bearer.Length..].Trim();
        if (ApiKey.OfficeCodeOf(text) is not { } code || await FindAsync(code, text) is not { } key)
        {
            return AuthenticateResult.Fail(Wrong);
        }

        return key.IsRevoked ? AuthenticateResult.Fail(Revoked) : AuthenticateResult.Success(new(new(IdentityOf(key)), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message;
        Response.Headers.WWWAuthenticate = Bearer.Trim();
        await ApiProblem.WriteAsync(Context, HttpStatusCode.Unauthorized, failure switch
        {
            null => new("key-missing", "请在 Authorization 头里以 Bearer 方式附上接口密钥。", []),
            Revoked => new(Revoked, "这个接口密钥已停用，请向系统管理员另取。", []),
            _ => new(Wrong, "接口密钥不对。", []),
        });
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.WriteAsync(Context, HttpStatusCode.Forbidden, new("forbidden", "这个接口密钥不能用于此处。", []));

    private async Task<FoundKey?> FindAsync(string code, string text)
    {
        var office = await db.Offices.Where(o => o.Code == code).Select(o => o.Id).SingleOrDefaultAsync(Context.RequestAborted);
        await db.SeeAsync([office], Context.RequestAborted);
        var hash = ApiKey.HashOf(text, cipher);
        return await db.ApiKeys.Where(k => k.KeyHash == hash)
            .Select(k => new FoundKey(k.Id, db.Offices.Where(o => o.Id == k.AsksForId).Select(o => o.Code).Single(), k.Scope, k.RevokedAtUtc != null))
            .SingleOrDefaultAsync(Context.RequestAborted);
    }

    private ClaimsIdentity IdentityOf(FoundKey key) => new(
        [
            new(ApiClients.KeyClaim, key.Id.ToString()),
            new(ApiClients.OfficeClaim, key.AsksFor),
            .. Enum.GetValues<ApiScope>().Where(kind => kind != ApiScope.None && key.Scope.HasFlag(kind)).Select(kind => new Claim(ApiClients.KindClaim, kind.ToString())),
        ],
        Scheme.Name);

    private sealed record FoundKey(Guid Id, string AsksFor, ApiScope Scope, bool IsRevoked);
}
