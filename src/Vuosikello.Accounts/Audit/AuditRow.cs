using NodaTime;

namespace Vuosikello.Accounts.Audit;

/// <summary>Something that happened, as the audit trail keeps it: ids and short names of the program's own, nobody's name and nobody's address.</summary>
public sealed class AuditRow
{
    public Guid Id { get; init; }

    public Instant At { get; init; }

    /// <summary>See <see cref="AuditKind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Who did it; null for somebody who is not known, such as one who was refused.</summary>
    public Guid? By { get; init; }

    /// <summary>With whom it was done, where that is somebody else.</summary>
    public Guid? About { get; init; }

    public string? Partnership { get; init; }

    /// <summary>What, in a word of the program: the way in, the document, the token's id.</summary>
    public string What { get; init; } = "";

    /// <summary>From which network, coarsely (see <see cref="CoarseNetwork"/>); null where nobody said, and when the person was erased.</summary>
    public string? Network { get; set; }

    /// <summary>How often, in the clock hour of <see cref="At"/>, for kinds that are counted; else 1.</summary>
    public int Times { get; init; }

    /// <summary>When it was the last of these times.</summary>
    public Instant Last { get; init; }
}
