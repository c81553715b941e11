namespace Vuosikello.Benchmarks;

/// <summary>One subject that is measured beside its limit. It is found by its name; nothing needs to be registered.</summary>
public interface IBenchmark
{
    /// <summary>The first argument that chooses it.</summary>
    string Name { get; }

    /// <summary>Measures and prints: our figure, its limit's, and the ratio.</summary>
    /// <param name="args">The arguments after the name.</param>
    Task Run(string[] args);
}
