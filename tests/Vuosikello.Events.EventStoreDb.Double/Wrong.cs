using Vuosikello.Events.EventStoreDb.Protocol;
using Case = Vuosikello.Events.EventStoreDb.Protocol.AppendReq.Types.Options.ExpectedStreamRevisionOneofCase;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>The answer to an append that expected another version.</summary>
internal static class Wrong
{
    public static AppendResp Version(AppendReq.Types.Options to, long head)
    {
        var wrong = new AppendResp.Types.WrongExpectedVersion();
        if (head < 0) (wrong.NoStream2060, wrong.CurrentNoStream) = (new(), new());
        else (wrong.CurrentRevision2060, wrong.CurrentRevision) = ((ulong)head, (ulong)head);

        switch (to.ExpectedStreamRevisionCase)
        {
            case Case.Revision:
                (wrong.ExpectedRevision2060, wrong.ExpectedRevision) = (to.Revision, to.Revision);
                break;
            case Case.NoStream:
                (wrong.ExpectedRevision2060, wrong.ExpectedNoStream) = (ulong.MaxValue, new());
                break;
            case Case.StreamExists:
                (wrong.StreamExists2060, wrong.ExpectedStreamExists) = (new(), new());
                break;
            default:
                (wrong.Any2060, wrong.ExpectedAny) = (new(), new());
                break;
        }
        return new AppendResp { WrongExpectedVersion = wrong };
    }
}
