namespace Vuosikello.Domain.Agreements;

public sealed partial record Agreement
{
    /// <summary>
    /// The agreement as those see it who do not see its draft: as if the version that is or was last in force were all that was ever written. What came to
    /// nothing, what is being written, how often and when, leaves no trace in it.
    /// </summary>
    /// <returns>Null where no version has come into force.</returns>
    public Agreement? AsInForce() => Current is not { } current ? null : this with
    {
        Draft = current.Content,
        Drafting = false,
        Round = null,
        Versions = Versions.Take(current.Number).Select(version => version.InForceFrom is null ? Blank(version, current) : version).ToValueList(),
        DraftSince = new(0, current.Offered),
        Touched = [],
        Version = current.Number,
    };

    // Versions are found by their number, so one that came to nothing keeps its place.
    private static AgreementVersion Blank(AgreementVersion version, AgreementVersion current) =>
        new(version.Number, current.Content, [], "", "", [], current.Offered, VersionStatus.TakenBack, [], [], null, null);
}
