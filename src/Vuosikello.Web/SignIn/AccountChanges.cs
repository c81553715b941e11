using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.SignIn;

/// <summary>
/// Changes of how somebody gets into their account: each is taken down, and its person is told by mail, so that whoever's session or mailbox was
/// stolen learns of it. See docs/adr/0032-second-step.md.
/// </summary>
public sealed class AccountChanges(AuditNotes audit, SignInLetters letters, Outbox outbox, PersonsStore persons, IHttpContextAccessor http)
{
    private static readonly Duration Tried = Duration.FromDays(3);

    /// <summary>How long a database that is slow is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="kind">What was changed.</param>
    /// <param name="member">Whose account it is.</param>
    /// <param name="what">See <see cref="AuditNote.What"/>.</param>
    /// <param name="partnership">In which it counts, where it does in one.</param>
    /// <param name="by">The administrator who changed it; null when its person did themself, or somebody as them.</param>
    public async Task Tell(AuditKind kind, MemberId member, string what = "", PartnershipId? partnership = null, MemberId? by = null)
    {
        await audit.Note(kind, what, by: by ?? member, about: by is null ? null : member, partnership: partnership);
        // It has been done, also for who breaks the request off.
        using var patience = new CancellationTokenSource(Patience);
        if (!letters.CanSend || http.HttpContext?.Request is not { } request || await persons.Find(member, patience.Token) is not { } person) return;
        if (!EmailAddress.TryRead(person.Email, out var to)) return;
        await outbox.Send(to, "account-changed", LanguageSetup.In(person.Language, () => letters.Notice(request, kind)), Tried, patience.Token);
    }
}
