using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Status;

/// <summary>What a person reads when a page cannot be shown: what happened and what to do now.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    // From the route itself: what was sent may be what cannot be bound.
    public int Code => int.Parse(RouteData.Values["code"]!.ToString()!, CultureInfo.InvariantCulture);

    public string Heading => Code switch
    {
        400 => "提交的内容不完整",
        403 => "无权办理",
        404 => "没有这一页",
        405 => "不能这样提交",
        409 => "已有人先办理",
        413 => "文件太大",
        429 => "请求过于频繁",
        >= 500 => "程序出错了",
        _ => "不能办理",
    };

    public string WhatNow => Code switch
    {
        400 => "页面可能已经打开很久，请返回重新打开页面再提交。",
        403 => "您的岗位不能办理这一项。如认为有误，请联系本中心负责人。",
        404 => "地址有误，或者这份材料不属于您所在的机构。",
        409 => "这一项在您打开页面之后已被他人办理，请返回查看最新情况再决定。",
        413 => "上传的文件超过允许的大小，请拆分后再试。",
        429 => "同一网络短时间内开立的账户太多，请一小时后再试，或者联系法律援助中心。",
        >= 500 => "已记录。未办成的，不会只留下一半；请稍后重试，仍有问题请把事件编号告诉管理员。",
        _ => "请返回重试。",
    };

    /// <summary>Finds the log lines of this failure.</summary>
    public string? Incident => Code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

    public void OnGet() => Response.StatusCode = Code;

    public void OnPost() => Response.StatusCode = Code;
}
