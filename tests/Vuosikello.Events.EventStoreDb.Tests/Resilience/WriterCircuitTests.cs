using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Resilience;

namespace Vuosikello.Events.EventStoreDb.Tests.Resilience;

/// <summary>When writers are told that the cluster is away, and how it is found to be back.</summary>
public sealed class WriterCircuitTests
{
    private readonly RecordedPauses _time = new();
    private int _probes;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static GrpcException Away => GrpcException.Broken("It is away.");

    private WriterCircuit Circuit(Action<int>? probe = null) => new(DoubleCluster.Impatient, _ =>
    {
        probe?.Invoke(++_probes);
        return ValueTask.CompletedTask;
    }, static _ => { }, _time);

    [Fact]
    public async Task An_opening_while_it_is_just_being_closed_is_looked_after_too()
    {
        await using var circuit = Circuit(static _ => { });
        var breaker = circuit.Breaker();
        bool again = true;
        breaker.OnClosed = _ =>
        {
            if (again) circuit.Open(Away);
            again = false;
            return ValueTask.CompletedTask;
        };
        var appending = Pipelines.Append(DoubleCluster.Impatient, breaker);

        circuit.Open(Away);
        await circuit.Condition.Until(canWrite: true, Ct);

        Assert.Equal(2, _probes);
        await appending.ExecuteAsync(static _ => ValueTask.CompletedTask, Ct);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(StoreDamagedException))]
    public async Task Whatever_goes_wrong_while_looking_it_is_looked_again(Type problem)
    {
        await using var circuit = Circuit(n =>
        {
            if (n < 3) throw problem == typeof(StoreDamagedException) ? new StoreDamagedException("It is damaged.") : (Exception)Activator.CreateInstance(problem)!;
        });
        Pipelines.Append(DoubleCluster.Impatient, circuit.Breaker());

        circuit.Open(Away);
        await circuit.Condition.Until(canWrite: true, Ct);

        Assert.Equal(3, _probes);
    }

    [Fact]
    public async Task Of_a_leader_that_answers_but_takes_nothing_the_pauses_grow_until_an_append_gets_through()
    {
        await using var circuit = Circuit();
        var appending = Pipelines.Append(DoubleCluster.Impatient, circuit.Breaker());
        for (int i = 0; i < 4; i++) await OpenAndClose(circuit);

        Assert.Equal([2, 4, 8], _time.Pauses.Select(p => p.TotalMilliseconds));

        await appending.ExecuteAsync(static _ => ValueTask.CompletedTask, Ct);
        await OpenAndClose(circuit);
        Assert.Equal(3, _time.Pauses.Count);
    }

    private static async Task OpenAndClose(WriterCircuit circuit)
    {
        circuit.Open(Away);
        Assert.False(circuit.Condition.CanWrite);
        await circuit.Condition.Until(canWrite: true, Ct);
    }

    [Fact]
    public async Task Who_may_write_finds_the_circuit_closed()
    {
        await using var circuit = Circuit();
        var appending = Pipelines.Append(DoubleCluster.Impatient, circuit.Breaker());
        for (int i = 0; i < 200; i++)
        {
            circuit.Open(Away);
            await circuit.Condition.Until(canWrite: true, Ct);
            await appending.ExecuteAsync(static _ => ValueTask.CompletedTask, Ct);
        }
    }
}
