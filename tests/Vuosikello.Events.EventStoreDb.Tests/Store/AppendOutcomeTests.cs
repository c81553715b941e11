using Google.Protobuf.WellKnownTypes;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;
using Status = Vuosikello.Events.EventStoreDb.Protocol.Status;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>Answers to appends that do not say what became of them are failures of the server, and the append is sent again.</summary>
public sealed class AppendOutcomeTests
{
    private static void IsUnclear(Action read)
    {
        var failure = Assert.Throws<GrpcException>(read);
        Assert.Equal(GrpcStatus.Internal, failure.Status);
        Assert.True(Passing.May(failure));
    }

    [Fact]
    public void One_of_many_without_a_result() => IsUnclear(() => AppendOutcome.Of(new BatchAppendResp()));

    [Fact]
    public void One_of_many_without_a_position() => IsUnclear(() => AppendOutcome.Of(new BatchAppendResp { Success = new() { CurrentRevision = 1, NoPosition = new() } }));

    [Fact]
    public void One_of_many_without_a_version() => IsUnclear(() => AppendOutcome.Of(new BatchAppendResp { Success = new() { NoStream = new(), Position = new() { CommitPosition = 7 } } }));

    [Fact]
    public void One_of_many_at_a_version_beyond_all_versions() =>
        IsUnclear(() => AppendOutcome.Of(new BatchAppendResp { Success = new() { CurrentRevision = ulong.MaxValue, Position = new() { CommitPosition = 7 } } }));

    [Fact]
    public void One_of_many_at_another_version_that_is_not_told() =>
        IsUnclear(() => AppendOutcome.Of(new BatchAppendResp { Error = new Status { Code = (int)GrpcStatus.AlreadyExists, Message = "WrongExpectedVersion" } }));

    [Fact]
    public void One_of_many_at_another_version_whose_details_are_something_else() =>
        IsUnclear(() => AppendOutcome.Of(new BatchAppendResp { Error = new Status { Code = (int)GrpcStatus.AlreadyExists, Details = Any.Pack(new Duration()) } }));

    [Fact]
    public void One_alone_without_a_result() => IsUnclear(() => AppendOutcome.Of(new AppendResp()));

    [Fact]
    public void One_alone_without_a_position() => IsUnclear(() => AppendOutcome.Of(new AppendResp { Success = new() { CurrentRevision = 1, NoPosition = new() } }));
}
