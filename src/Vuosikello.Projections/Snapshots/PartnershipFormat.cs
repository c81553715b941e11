using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Snapshots;

/// <summary>A partnership with its years in a snapshot: what is written and read stands side by side.</summary>
internal static class PartnershipFormat
{
    public static void Write(SnapshotWriter to, PartnershipView view)
    {
        to.ForgetStamps();
        var state = view.State;
        to.Name(state.Id.Value);
        to.Text(state.Name);
        Write(to, state.Areas, area => Write(to, area));
        Write(to, state.Themes, theme => Write(to, theme));
        Write(to, state.Partners, partner => Write(to, partner));
        Write(to, state.WorkingGroups, group => Write(to, group));
        to.Number(state.Version);
        to.Count(state.Former.Count);
        foreach (var (key, name) in state.Former)
        {
            to.Text(key);
            to.Text(name);
        }
        Write(to, state.Cards, card => Write(to, card));
        to.Count(view.Years.Length);
        foreach (var year in view.Years) Write(to, year);
        to.Instant(view.ChangedAt);
    }

    public static PartnershipView Read(SnapshotReader from)
    {
        from.ForgetStamps();
        var state = new Partnership(
            new(from.Name()), from.LocalText(),
            Read(from, () => ReadArea(from)), Read(from, () => ReadTheme(from)), Read(from, () => ReadPartner(from)), Read(from, () => ReadGroup(from)),
            from.Number())
        {
            Former = FormerNames.From(from.List(() => KeyValuePair.Create(from.Text() ?? "", from.LocalText()))),
            Cards = Read(from, () => ReadCard(from)),
        };
        return new(state, [.. from.List(() => ReadYear(from))]) { ChangedAt = from.Instant() };
    }

    private static void Write(SnapshotWriter to, Area area)
    {
        to.Name(area.Id.Value);
        to.Text(area.Name);
        to.List(area.Municipalities, to.Text);
    }

    private static Area ReadArea(SnapshotReader from) => new(new(from.Name()), from.LocalText(), from.List(() => from.Text() ?? ""));

    private static void Write(SnapshotWriter to, Theme theme)
    {
        to.Name(theme.Id.Value);
        to.Text(theme.Name);
    }

    private static Theme ReadTheme(SnapshotReader from) => new(new(from.Name()), from.LocalText());

    private static void Write(SnapshotWriter to, Partner partner)
    {
        to.Name(partner.Id.Value);
        to.Count((int)partner.Kind);
        to.Text(partner.Name);
        to.List(partner.Areas, id => to.Name(id.Value));
        to.List(partner.Themes, id => to.Name(id.Value));
        to.Text(partner.BusinessId?.Value);
        to.Text(partner.RegisterNumber?.Value);
        to.Text(partner.WebPage);
        to.List(partner.Contacts, contact => Write(to, contact));
    }

    private static Partner ReadPartner(SnapshotReader from) => new(
        new(from.Name()), (PartnerKind)from.Count(), from.LocalText(),
        from.List(() => new AreaId(from.Name())), from.List(() => new ThemeId(from.Name())),
        from.Text() is { } business ? new BusinessId(business) : null, from.Text() is { } number ? new RegisterNumber(number) : null, from.Text(),
        from.List(() => ReadContact(from)));

    private static void Write(SnapshotWriter to, PartnerContact contact)
    {
        to.Guid(contact.Id.Value);
        to.Text(contact.Role);
        to.Count((int)contact.Visibility);
        to.Flag(contact.Member is not null);
        if (contact.Member is { } member) to.Guid(member.Value);
    }

    private static PartnerContact ReadContact(SnapshotReader from) => new(
        new(from.Guid()), from.LocalText(), (ContactVisibility)from.Count(), from.Flag() ? new MemberId(from.Guid()) : null);

    private static void Write(SnapshotWriter to, CardDates card)
    {
        to.Date(card.Since);
        Write(to, card.ConfirmedOn);
        Write(to, card.AskedOn);
        TouchesFormat.Write(to, card.Touched);
    }

    private static void Write(SnapshotWriter to, LocalDate? day)
    {
        to.Flag(day is not null);
        if (day is { } known) to.Date(known);
    }

    private static CardDates ReadCard(SnapshotReader from) => new(from.Date(), from.Flag() ? from.Date() : null, from.Flag() ? from.Date() : null)
    {
        Touched = TouchesFormat.Read(from),
    };

    private static void Write(SnapshotWriter to, WorkingGroup group)
    {
        to.Name(group.Id.Value);
        to.Text(group.Name);
        to.Flag(group.Theme is not null);
        if (group.Theme is { } theme) to.Name(theme.Value);
        to.List(group.Partners, id => to.Name(id.Value));
    }

    private static WorkingGroup ReadGroup(SnapshotReader from) => new(
        new(from.Name()), from.LocalText(), from.Flag() ? new ThemeId(from.Name()) : null, from.List(() => new PartnerId(from.Name())));

    private static void Write(SnapshotWriter to, CycleView year)
    {
        to.Cycle(year.State.Id);
        to.Count((int)year.State.Phase);
        to.Text(year.State.Emphasis);
        to.Flag(year.State.RolledForwardFrom is not null);
        if (year.State.RolledForwardFrom is { } source) to.Number(source);
        to.Number(year.State.Version);
        to.Flag(year.State.Round is not null);
        if (year.State.Round is { } round) to.Round(round);
        to.Stamp(year.LastChange);
    }

    private static CycleView ReadYear(SnapshotReader from) => new(
        new AnnualCycle(from.Cycle(), (CyclePhase)from.Count(), from.LocalText(), from.Flag() ? (int)from.Number() : null, from.Number(),
            from.Flag() ? from.Round() : null),
        from.Stamp());

    private static void Write<T>(SnapshotWriter to, ImmutableSortedDictionary<string, T> items, Action<T> write)
    {
        to.Count(items.Count);
        foreach (var (key, item) in items)
        {
            to.Name(key);
            write(item);
        }
    }

    private static ImmutableSortedDictionary<string, T> Read<T>(SnapshotReader from, Func<T> read)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        for (int left = from.Count(); left > 0; left--) items.Add(from.Name(), read());
        return items.ToImmutable();
    }
}
