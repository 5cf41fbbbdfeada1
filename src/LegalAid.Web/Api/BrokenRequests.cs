using Microsoft.AspNetCore.Diagnostics;

namespace LegalAid.Web.Api;

/// <summary>Requests that end badly through no fault of the program: they belong in no log of errors.</summary>
internal static class BrokenRequests
{
    /// <summary>The caller hung up, or sent what is no whole request.</summary>
    public static bool AreTheClients(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.HttpContext.RequestAborted.IsCancellationRequested || context.Exception is BadHttpRequestException;
}
