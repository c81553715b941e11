namespace Vuosikello.Calendars.Reading;

/// <summary>The properties of an event, each kind in its slot. Of what may be there once the first counts.</summary>
internal sealed class EventSlots(Notes notes)
{
    private readonly CalendarProperty?[] _slots = new CalendarProperty?[PropertyNames.Kinds];

    public CalendarProperty? this[PropertyKind kind] => _slots[(int)kind];

    public void Fill(CalendarComponent component)
    {
        Array.Clear(_slots);
        foreach (var property in component.PropertySpan)
        {
            ref var slot = ref _slots[(int)property.Kind];
            if (slot is null) slot = property;
            else if (IsOnce(property.Kind)) notes.Add(NoteKind.DuplicateProperty, (property.Line, 1), $"{property.Name} is there twice, first on line {slot.Line}; the first counts.");
        }
        foreach (var kind in Texts)
        {
            if (_slots[(int)kind] is { } text) CheckText(text);
        }
    }

    private static ReadOnlySpan<PropertyKind> Texts => [PropertyKind.Summary, PropertyKind.Description, PropertyKind.Location, PropertyKind.Contact, PropertyKind.Comment, PropertyKind.Categories];

    private static bool IsOnce(PropertyKind kind) =>
        kind is not (PropertyKind.Other or PropertyKind.Rule or PropertyKind.Additions or PropertyKind.Exceptions or PropertyKind.Categories or PropertyKind.Comment or PropertyKind.Contact);

    private void CheckText(CalendarProperty text)
    {
        int odd = EscapedText.OddEscape(text.Octets);
        if (odd >= 0) notes.Add(NoteKind.OddEscape, text.ValueAt, $"{text.Name} has a backslash that escapes nothing; it stays.");
        if (text.Kind == PropertyKind.Categories) return;
        if (EscapedText.Separator(text.Octets, (byte)',') >= 0 || EscapedText.Separator(text.Octets, (byte)';') >= 0)
        {
            notes.Add(NoteKind.UnescapedSeparator, text.ValueAt, $"{text.Name} has a comma or semicolon without a backslash; taken as part of the text.");
        }
    }
}
