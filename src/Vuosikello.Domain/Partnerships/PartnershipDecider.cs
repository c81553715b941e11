using NodaTime;

namespace Vuosikello.Domain.Partnerships;

/// <summary>A command to one partnership.</summary>
public interface IPartnershipCommand : ICommandWithin;

/// <summary>
/// Decides what commands to a partnership bring about. Areas, themes and partners may be removed while activities, cards and
/// groups still name them: what was planned stays as it was, and only new choices have to exist.
/// </summary>
public static partial class PartnershipDecider
{
    /// <summary>The most areas, themes, working groups, municipalities of an area, and names in a card.</summary>
    private const int ListLimit = 500;

    /// <summary>The most partners: well above the associations of the largest region.</summary>
    private const int PartnerLimit = 20_000;

    /// <param name="state">The partnership, or null before it was founded.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The present: the day on which a card is confirmed or asked about follows from it.</param>
    public static Decision Decide(Partnership? state, IPartnershipCommand command, Instant now) => (command, state) switch
    {
        (FoundPartnership found, _) => Found(state, found),
        (_, null) => Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Partnership.Value ?? ""])),
        (RenamePartnership rename, _) => Rename(state, rename),
        (AddArea add, _) => Add(state, add),
        (RedrawArea redraw, _) => Redraw(state, redraw),
        (RemoveArea remove, _) => Remove(state, remove),
        (AddTheme add, _) => Add(state, add),
        (RenameTheme rename, _) => Rename(state, rename),
        (RemoveTheme remove, _) => Remove(state, remove),
        (AdmitPartner admit, _) => Admit(state, admit),
        (ChangePartnerCard change, _) => Change(state, change),
        (DismissPartner dismiss, _) => Dismiss(state, dismiss),
        (BringInPartners bring, _) => BringIn(state, bring),
        (ConfirmPartnerCard confirm, _) => Confirm(state, confirm, CardDates.DayOf(now)),
        (AskPartnersToConfirm, _) => Ask(state, now),
        (FormWorkingGroup form, _) => Form(state, form),
        (ChangeWorkingGroup change, _) => Change(state, change),
        (DissolveWorkingGroup dissolve, _) => Dissolve(state, dissolve),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
    };

    private static IEnumerable<Problem> Name(LocalText name) => Texts.Required(name, "name", Texts.NameLimit);

    /// <summary>What a new entry's short name breaks: it is no short name, or taken, or one too many.</summary>
    private static IEnumerable<Problem> New(string slug, bool taken, int count, int limit, string field, string code) =>
    [
        .. Texts.ShortName(slug, field),
        .. taken ? new[] { new Problem(code, field, [slug]) } : [],
        .. count >= limit ? new[] { new Problem(ProblemCodes.TooMany, field, [Texts.Iso(limit), Texts.Iso(count + 1)]) } : [],
    ];

    private static IEnumerable<Problem> Missing(bool exists, string? slug, string field, string code) =>
        exists ? [] : [new Problem(code, field, [slug ?? ""])];

    /// <summary>Names of other entries: few, each once, and each exists or was named before.</summary>
    private static IEnumerable<Problem> Known<T>(
        ValueList<T> names, ValueList<T>? before, Func<T, bool> exists, int limit, string field, string code) where T : struct =>
    [
        .. Texts.Few(names, limit, field),
        .. Texts.Once(names, field),
        .. names.Distinct().Where(n => before?.Contains(n) != true && !exists(n)).Select(n => new Problem(code, field, [n.ToString() ?? ""])),
    ];
}
