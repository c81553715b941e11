namespace Vuosikello.Benchmarks;

/// <summary>One subject that is measured beside its limit.</summary>
public interface IBenchmark
{
    /// <summary>The first argument that chooses it.</summary>
    string Name { get; }

    /// <summary>Measures, and adds what it found to the session's figures.</summary>
    /// <param name="args">The arguments after the name.</param>
    Task Run(Session session, string[] args);
}
