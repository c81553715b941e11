namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} the short name, which no steering review of the partnership has.</summary>
    public const string NoSuchReview = "no-such-review";
}
