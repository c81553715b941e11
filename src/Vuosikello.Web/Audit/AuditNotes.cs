using Vuosikello.Accounts.Audit;
using Vuosikello.Domain;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Audit;

/// <summary>Takes down what the sender of the request does; also when they break the request off, as it has been done by then.</summary>
public sealed class AuditNotes(IAudit audit, CurrentMember member, IHttpContextAccessor http)
{
    /// <summary>How long a database that is slow is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="kind">What kind of thing.</param>
    /// <param name="what">A word of the program or an id; see <see cref="AuditNote.What"/>.</param>
    /// <param name="by">Who does it; null for whoever is signed in, if anybody is.</param>
    /// <param name="about">With whom, where that is somebody else.</param>
    /// <param name="partnership">In which partnership, where it is in one.</param>
    public async Task Note(AuditKind kind, string what = "", MemberId? by = null, MemberId? about = null, PartnershipId? partnership = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        await audit.Note(kind, new() { By = by ?? member.Id, About = about, Partnership = partnership, What = what, From = http.HttpContext?.Connection.RemoteIpAddress }, patience.Token);
    }
}
