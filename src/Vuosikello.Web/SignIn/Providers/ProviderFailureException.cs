namespace Vuosikello.Web.SignIn.Providers;

/// <summary>Why nobody was signed in by a provider, as people are told it.</summary>
public enum ProviderProblem
{
    /// <summary>The provider does not answer.</summary>
    Away,

    /// <summary>The person said no there, or the provider did.</summary>
    Denied,

    /// <summary>The answer is none to a question of this browser, or comes too late or a second time.</summary>
    NotAsked,

    /// <summary>What the provider says cannot be believed.</summary>
    NotBelieved,

    /// <summary>Nobody here has that identity.</summary>
    Unknown,

    /// <summary>The identity is linked to another account.</summary>
    Taken,
}

/// <summary>Signing in by a provider ends here. The message is for the log and names nobody.</summary>
public sealed class ProviderFailureException(ProviderProblem problem, string message, Exception? cause = null) : Exception(message, cause)
{
    public ProviderProblem Problem { get; } = problem;
}
