using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Import;

/// <summary>Who holds which role: <c>docs/import.md</c> describes it. Persons are named by their ids; what they are called is not in the log.</summary>
internal sealed record StandingsFile
{
    /// <summary>For readers of the file only.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The administrators of the server.</summary>
    public IReadOnlyList<Guid> Administrators { get; init; } = [];

    public IReadOnlyList<StandingsIn> Partnerships { get; init; } = [];

    /// <inheritdoc cref="ImportFormat.Read" path="/exception" />
    public static StandingsFile Read(ReadOnlySpan<byte> json) => ImportFormat.Read<StandingsFile>(json);
}

/// <param name="Told">When the roles were given, as <see cref="PartnershipFile.Told"/>.</param>
internal sealed record StandingsIn(string Partnership, IReadOnlyList<RoleRow> Roles, string? Told = null);

/// <param name="Partner">The organisation that an editor's or a signatory's role is for.</param>
/// <param name="IsChair">Of the steering group: its chair.</param>
internal sealed record RoleRow(Guid Member, Role Role, string? Partner = null, bool IsChair = false);
