using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>What became of an append: where its last event stands, or, without a position, at which version the stream really is.</summary>
internal readonly record struct AppendOutcome(long Version, long? Position)
{
    /// <exception cref="GrpcException">The answer does not say what became of it; sending it again finds out.</exception>
    public static AppendOutcome Of(AppendResp answer) => answer switch
    {
        { WrongExpectedVersion: { } wrong } => new AppendOutcome(Actual(wrong), null),
        { Success: { CurrentRevisionOptionCase: AppendResp.Types.Success.CurrentRevisionOptionOneofCase.CurrentRevision, Position: { } position } made } =>
            Made(made.CurrentRevision, position.CommitPosition),
        _ => throw Unclear(answer.ResultCase.ToString()),
    };

    /// <exception cref="GrpcException">It was not made, for another reason than another version, or the answer does not say what became of it.</exception>
    public static AppendOutcome Of(BatchAppendResp answer) => answer switch
    {
        { Success: { CurrentRevisionOptionCase: BatchAppendResp.Types.Success.CurrentRevisionOptionOneofCase.CurrentRevision, Position: { } position } made } =>
            Made(made.CurrentRevision, position.CommitPosition),
        { Error: { } error } => BatchErrors.WrongVersion(error) is { } wrong ? new AppendOutcome(Actual(wrong), null) : throw BatchErrors.Failure(error),
        _ => throw Unclear(answer.ResultCase.ToString()),
    };

    private static AppendOutcome Made(ulong version, ulong position) =>
        version <= long.MaxValue && position <= long.MaxValue ? new AppendOutcome((long)version, (long)position) : throw Unclear($"version {version}, position {position}");

    private static GrpcException Unclear(string said) => new(GrpcStatus.Internal, $"The server's answer to an append does not say where its events stand ({said}).");

    private static long Actual(AppendResp.Types.WrongExpectedVersion wrong) =>
        wrong.CurrentRevisionOptionCase == AppendResp.Types.WrongExpectedVersion.CurrentRevisionOptionOneofCase.CurrentRevision
            ? checked((long)wrong.CurrentRevision)
            : ExpectedVersion.NoStream.Value;

    private static long Actual(WrongExpectedVersion wrong) =>
        wrong.CurrentStreamRevisionOptionCase == WrongExpectedVersion.CurrentStreamRevisionOptionOneofCase.CurrentStreamRevision
            ? checked((long)wrong.CurrentStreamRevision)
            : ExpectedVersion.NoStream.Value;
}
