namespace Vuosikello.Calendars.Reading;

/// <summary>The properties of an event, each kind in its slot. Of what may be there once the first counts.</summary>
internal sealed class EventSlots(Notes notes)
{
    /// <summary>Where in the component the first of each kind is, from 1; 0 for none.</summary>
    private readonly int[] _slots = new int[PropertyNames.Kinds];
    private CalendarComponent? _component;

    public CalendarProperty? this[PropertyKind kind] => _slots[(int)kind] is > 0 and var at ? _component!.PropertySpan[at - 1] : null;

    public void Fill(CalendarComponent component)
    {
        Array.Clear(_slots);
        _component = component;
        var properties = component.PropertySpan;
        for (int i = 0; i < properties.Length; i++)
        {
            ref readonly var property = ref properties[i];
            ref int slot = ref _slots[(int)property.Kind];
            if (slot == 0) slot = i + 1;
            else if (IsOnce(property.Kind)) notes.Add(NoteKind.DuplicateProperty, (property.Line, 1), $"{property.Name} is there twice, first on line {properties[slot - 1].Line}; the first counts.");
        }
        foreach (var kind in Texts)
        {
            if (_slots[(int)kind] is > 0 and var at) CheckText(properties[at - 1]);
        }
    }

    private static ReadOnlySpan<PropertyKind> Texts => [PropertyKind.Summary, PropertyKind.Description, PropertyKind.Location, PropertyKind.Contact, PropertyKind.Comment, PropertyKind.Categories];

    private static bool IsOnce(PropertyKind kind) =>
        kind is not (PropertyKind.Other or PropertyKind.Rule or PropertyKind.Additions or PropertyKind.Exceptions or PropertyKind.Categories or PropertyKind.Comment or PropertyKind.Contact);

    private void CheckText(in CalendarProperty text)
    {
        int odd = EscapedText.OddEscape(text.Octets);
        if (odd >= 0) notes.Add(NoteKind.OddEscape, text.ValueAt, $"{text.Name} has a backslash that escapes nothing; it stays.");
        if (text.Kind == PropertyKind.Categories) return;
        if (EscapedText.Separator(text.Octets, (byte)',', (byte)';') >= 0)
        {
            notes.Add(NoteKind.UnescapedSeparator, text.ValueAt, $"{text.Name} has a comma or semicolon without a backslash; taken as part of the text.");
        }
    }
}
