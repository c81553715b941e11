using System.Net;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Audit;

/// <summary>Takes down what the administrator may have to look into later: who came in and how, what left the server, who was erased.</summary>
public interface IAudit
{
    /// <summary>Takes something down. It is in the database when the task completes.</summary>
    /// <exception cref="ArgumentException">The note says something in more than words of the program: nobody's name belongs here.</exception>
    Task Note(AuditKind kind, AuditNote note, CancellationToken ct);
}

/// <summary>What is taken down.</summary>
public sealed record AuditNote
{
    /// <summary>In characters.</summary>
    public const int LongestWhat = 120;

    /// <summary>Who does it; null for somebody unknown.</summary>
    public MemberId? By { get; init; }

    /// <summary>With whom, where that is somebody else.</summary>
    public MemberId? About { get; init; }

    public PartnershipId? Partnership { get; init; }

    /// <summary>What: a word of the program or an id, of ASCII letters, digits and <c>- . _ / :</c>. Never what somebody typed.</summary>
    public string What { get; init; } = "";

    /// <summary>From where it is asked; only the coarse network of it is kept.</summary>
    public IPAddress? From { get; init; }

    internal bool IsFitToKeep => What.Length <= LongestWhat && What.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '/' or ':');
}
