using System.Net;
using LegalAid.Rules.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace LegalAid.Web.Api;

/// <summary>What went wrong, as RFC 9457 has it, in Chinese, with a code that does not change.</summary>
/// <param name="Pointer">The place in the facts, as a JSON pointer; absent where no one place is at fault.</param>
/// <param name="Parameter">The parameter of the address that is at fault.</param>
/// <param name="Errors">Every fault of the facts, when there are several.</param>
internal sealed record ApiProblem(string Title, int Status, string Code, string Detail, string? Pointer = null, string? Parameter = null, IReadOnlyList<ApiFault>? Errors = null)
{
    private const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>Of one reason; its fact is the place in the facts.</summary>
    public static Task WriteAsync(HttpContext context, HttpStatusCode status, Refusal reason, string? parameter = null) =>
        WriteAllAsync(context, status, [reason], parameter);

    public static Task WriteAllAsync(HttpContext context, HttpStatusCode status, IReadOnlyList<Refusal> reasons, string? parameter = null)
    {
        var errors = reasons.Count > 1 ? reasons.Select(reason => new ApiFault(reason.Code, reason.Message, reason.Fact)).ToList() : null;
        var problem = new ApiProblem(TitleOf(status), (int)status, reasons[0].Code, reasons[0].Message, reasons[0].Fact, parameter, errors);
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = ContentType;
        return context.Response.WriteAsync(CanonicalJson.Write(problem), context.RequestAborted);
    }

    /// <summary>Of an answer that nobody has put into words: no such address, no such method, a failure.</summary>
    public static Task WriteAsync(HttpContext context, HttpStatusCode status) =>
        WriteAsync(context, status, status switch
        {
            HttpStatusCode.NotFound => new("not-found", "没有这个接口；可问的种类见 /api/v1/openapi.json。", []),
            HttpStatusCode.MethodNotAllowed => new("method-not-allowed", "这个接口不接受此种请求方法。", []),
            HttpStatusCode.UnsupportedMediaType => new("media-type", "事实须以 Content-Type: application/json 送来。", []),
            HttpStatusCode.InternalServerError => new("failure", $"系统出错，未能答复。编号 {context.TraceIdentifier}", []),
            _ => new("refused", "请求未被接受。", []),
        });

    /// <summary>Over /api every answer that is an error is such a problem, never a page.</summary>
    public static Task OnExceptionAsync(HttpContext context) =>
        // A body that breaks off or is refused by the server is the client's; everything else is ours. Nobody is told who has hung up.
        context.RequestAborted.IsCancellationRequested ? Task.CompletedTask : WriteAsync(context, context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? (HttpStatusCode)bad.StatusCode : HttpStatusCode.InternalServerError);

    private static string TitleOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "请求格式有误",
        HttpStatusCode.Unauthorized => "身份未确认",
        HttpStatusCode.Forbidden => "不在授权范围内",
        HttpStatusCode.NotFound => "接口不存在",
        HttpStatusCode.MethodNotAllowed => "请求方法有误",
        HttpStatusCode.RequestEntityTooLarge => "内容过大",
        HttpStatusCode.UnsupportedMediaType => "内容类型有误",
        HttpStatusCode.UnprocessableEntity => "无法作出决定",
        HttpStatusCode.TooManyRequests => "请求过于频繁",
        _ => "未能答复",
    };
}

/// <summary>One fault of the facts, and where.</summary>
internal sealed record ApiFault(string Code, string Detail, string? Pointer = null);
