using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Vuosikello.Events.EventStoreDb.Protocol;
using Status = Vuosikello.Events.EventStoreDb.Protocol.Status;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>A call of many appends (BatchAppend), one answered after the other. What is to go wrong goes wrong with one of them.</summary>
/// <param name="fault">Told of each append; says what is to go wrong with it.</param>
internal sealed class ManyAppends(DoubleLog log, AnswerWriter answer, Func<Fault?> fault)
{
    private readonly Dictionary<UUID, (BatchAppendReq.Types.Options To, List<AppendReq.Types.ProposedMessage> Events)> _begun = [];
    private BatchAppendReq? _late;

    public async Task Run(HttpContext context)
    {
        try
        {
            await foreach (var asked in RequestReader.Each(context, BatchAppendReq.Parser))
            {
                if (!Takes(asked)) continue;
                await One(asked);
                if (answer.Fault is Fault.NoTrailers) return;
            }
        }
        finally
        {
            if (_late is { } late) Made(late);
        }
    }

    // An append may come in parts, of which only the first says where to.
    private bool Takes(BatchAppendReq asked)
    {
        if (asked.Options is { } to) _begun[asked.CorrelationId] = (to, []);
        // The events of both kinds of append have the same fields.
        _begun[asked.CorrelationId].Events.AddRange(asked.ProposedMessages.Select(m => AppendReq.Types.ProposedMessage.Parser.ParseFrom(m.ToByteString())));
        return asked.IsFinal;
    }

    private async Task One(BatchAppendReq asked)
    {
        var wrong = fault();
        if (_late is { } late) Made(late);
        _late = wrong is Fault.Late ? asked : null;
        switch (wrong)
        {
            case Fault.Hang or Fault.Late:
                return;
            case Fault.Throw:
                throw CallFailure.Handler();
            case Fault.NotReady:
                await answer.Write(Refused(asked, new Status { Message = "Server Is Not Ready", Details = Any.Pack(new Google.Protobuf.WellKnownTypes.Empty()) }));
                return;
        }
        var made = Made(asked);
        answer.Fault = wrong;
        if (wrong is Fault.Nameless) made.CorrelationId = null;
        if (wrong is Fault.LoseAnswer) throw new OperationCanceledException("The answer is lost.");
        if (wrong is not Fault.NoTrailers) await answer.Write(made);
    }

    private BatchAppendResp Made(BatchAppendReq asked)
    {
        _begun.Remove(asked.CorrelationId, out var append);
        try
        {
            var to = append.To;
            var options = new AppendReq.Types.Options { StreamIdentifier = to.StreamIdentifier };
            if (to.NoStream is not null) options.NoStream = new();
            else if (to.Any is not null) options.Any = new();
            else if (to.StreamExists is not null) options.StreamExists = new();
            else options.Revision = to.StreamPosition;
            return Answer(asked, to.StreamIdentifier, log.Append(options, append.Events));
        }
        catch (CallFailure failure)
        {
            return Refused(asked, BatchStatus.Of(failure), append.To.StreamIdentifier);
        }
    }

    private static BatchAppendResp Answer(BatchAppendReq asked, StreamIdentifier stream, AppendResp made) => made.ResultCase == AppendResp.ResultOneofCase.WrongExpectedVersion
        ? Refused(asked, BatchStatus.Of(made.WrongExpectedVersion), stream)
        : new BatchAppendResp
        {
            CorrelationId = asked.CorrelationId,
            StreamIdentifier = stream,
            Success = new()
            {
                CurrentRevision = made.Success.CurrentRevision,
                Position = new() { CommitPosition = made.Success.Position.CommitPosition, PreparePosition = made.Success.Position.PreparePosition },
            },
        };

    private static BatchAppendResp Refused(BatchAppendReq asked, Status error, StreamIdentifier? stream = null) =>
        new() { CorrelationId = asked.CorrelationId, StreamIdentifier = stream ?? asked.Options.StreamIdentifier, Error = error };
}
