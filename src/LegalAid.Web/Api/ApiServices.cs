using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LegalAid.Web.Api;

/// <summary>What the interface for programs needs: its document, its limits, and its own way of telling errors.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services, Deployment deployment)
    {
        services.AddApiDocument();
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, deployment));
            limiter.OnRejected = (context, _) => new(TellAsync(context));
        });
    }

    /// <summary>Over /api every answer that is an error is a problem document, never a page.</summary>
    public static void UseApiProblems(this IApplicationBuilder app) => app.UseWhen(IsApi, api =>
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ApiProblem.OnExceptionAsync, SuppressDiagnosticsCallback = BrokenRequests.AreTheClients });
        api.UseStatusCodePages(context => ApiProblem.WriteAsync(context.HttpContext, (HttpStatusCode)context.HttpContext.Response.StatusCode));
    });

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(ApiClients.Root, StringComparison.OrdinalIgnoreCase);

    private static bool OpensAccount(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/join", StringComparison.OrdinalIgnoreCase);

    private static bool SpeaksOut(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/public", StringComparison.OrdinalIgnoreCase) && context.Request.Path.Value!.EndsWith("/feedback", StringComparison.OrdinalIgnoreCase);

    // Each key has its own measure; whoever has none shares that of the address he calls from.
    private static RateLimitPartition<string> PartitionOf(HttpContext context, Deployment deployment) =>
        OpensAccount(context) ? RateLimitPartition.GetFixedWindowLimiter($"joins from {context.Connection.RemoteIpAddress}", _ => new() { PermitLimit = deployment.ApplicantsPerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 })
        : SpeaksOut(context) ? RateLimitPartition.GetFixedWindowLimiter($"feedback from {context.Connection.RemoteIpAddress}", _ => new() { PermitLimit = deployment.FeedbackPerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 })
        : !IsApi(context) ? RateLimitPartition.GetNoLimiter("pages")
        : context.User.FindFirst(ApiClients.KeyClaim) is { } key ? RateLimitPartition.GetFixedWindowLimiter(key.Value, _ => AMinute(deployment.ApiRequestsPerMinute))
        : RateLimitPartition.GetFixedWindowLimiter($"from {context.Connection.RemoteIpAddress}", _ => AMinute(deployment.ApiRequestsPerMinute));

    private static FixedWindowRateLimiterOptions AMinute(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    private static Task TellAsync(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? (int)Math.Ceiling(left.TotalSeconds) : 60;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (!IsApi(context.HttpContext))
        {
            context.HttpContext.Response.StatusCode = (int)HttpStatusCode.TooManyRequests;      // drawn by the status page
            return Task.CompletedTask;
        }

        return ApiProblem.WriteAsync(context.HttpContext, HttpStatusCode.TooManyRequests, new("too-many-requests", $"请求过于频繁，请 {wait} 秒后再试。", []));
    }
}
