namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} the short name, which no comment round of the partnership has.</summary>
    public const string NoSuchRound = "no-such-round";
}
