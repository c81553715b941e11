namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} the short name, which no agreement of the partnership has.</summary>
    public const string NoSuchAgreement = "no-such-agreement";
}
