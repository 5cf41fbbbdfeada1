using LegalAid.Store.Notices;

namespace LegalAid.Web.Sending;

/// <summary>A notice on its way out.</summary>
/// <param name="Key">The same at every attempt: what comes twice under one key is one notice.</param>
/// <param name="Address">Phone, mail address or user id, in clear; never logged.</param>
/// <param name="Subject">The heading of a mail.</param>
/// <param name="Text">With the office's name in front.</param>
internal sealed record Outgoing(Guid Key, string Address, string Subject, string Text);

/// <summary>How an attempt ended.</summary>
/// <param name="Proof">The receiving server's own word for it; null when it did not take it.</param>
/// <param name="Fault">Why not, in words for the administrator.</param>
/// <param name="IsFinal">Trying again would not help.</param>
internal sealed record SendResult(string? Proof, string? Fault = null, bool IsFinal = false);

/// <summary>One way out of the program. A failure is a result; only a stop of the program itself throws.</summary>
internal interface IChannel
{
    NoticeChannels Kind { get; }

    Task<SendResult> SendAsync(Outgoing notice, CancellationToken ct);
}
