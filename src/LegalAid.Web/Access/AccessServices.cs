using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Api;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace LegalAid.Web.Access;

/// <summary>Sign-in, cookies, roles and policies.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, bool secureCookies)
    {
        services.AddIdentityCore<Officer>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<AidDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddClaimsPrincipalFactory<OfficerClaims>();
        services.AddAuthentication(ApiClients.ByAddress).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = secureCookies ? "__Host-yuanku" : "yuanku";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = secureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/signin";
            cookie.AccessDeniedPath = "/status/403";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;   // rendered by the status page, at its own address
                return Task.CompletedTask;
            };
        })
        .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);        // never used; the stamp validator signs out of it when it ends a session
        services.AddApiClients();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = secureCookies ? "__Host-yuanku-form" : "yuanku-form";
            options.Cookie.SecurePolicy = secureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddDataProtection().SetApplicationName("yuanku");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = ActivatorUtilities.CreateInstance<SignInKeys>(provider));
        services.AddAuthorization(Policies.Add);
        services.AddScoped<CurrentOfficer>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<CasesOfRoute>();
        return services;
    }
}
