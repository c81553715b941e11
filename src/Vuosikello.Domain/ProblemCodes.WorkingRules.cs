namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} the partnership, which has no working rules yet.</summary>
    public const string NoSuchRules = "no-such-rules";
}
