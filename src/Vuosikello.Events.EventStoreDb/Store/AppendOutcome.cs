using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>What became of an append: where its last event stands, or, without a position, at which version the stream really is.</summary>
internal readonly record struct AppendOutcome(long Version, long? Position)
{
    public static AppendOutcome Of(AppendResp answer) => answer.ResultCase == AppendResp.ResultOneofCase.WrongExpectedVersion
        ? new AppendOutcome(Actual(answer.WrongExpectedVersion), null)
        : new AppendOutcome(checked((long)answer.Success.CurrentRevision), checked((long)answer.Success.Position.CommitPosition));

    /// <exception cref="Grpc.GrpcException">It was not made, for another reason than another version.</exception>
    public static AppendOutcome Of(BatchAppendResp answer)
    {
        if (answer.ResultCase == BatchAppendResp.ResultOneofCase.Success)
            return new AppendOutcome(checked((long)answer.Success.CurrentRevision), checked((long)answer.Success.Position.CommitPosition));
        return BatchErrors.WrongVersion(answer.Error) is { } wrong ? new AppendOutcome(Actual(wrong), null) : throw BatchErrors.Failure(answer.Error);
    }

    private static long Actual(AppendResp.Types.WrongExpectedVersion wrong) =>
        wrong.CurrentRevisionOptionCase == AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentRevision
            ? checked((long)wrong.CurrentRevision)
            : ExpectedVersion.NoStream.Value;

    private static long Actual(WrongExpectedVersion wrong) =>
        wrong.CurrentStreamRevisionOptionCase == WrongExpectedVersion.CurrentStreamRevisionOptionOneofCase.CurrentStreamRevision
            ? checked((long)wrong.CurrentStreamRevision)
            : ExpectedVersion.NoStream.Value;
}
