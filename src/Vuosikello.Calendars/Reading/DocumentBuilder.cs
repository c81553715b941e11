namespace Vuosikello.Calendars.Reading;

/// <summary>From properties to components within each other; what is not closed is closed, what is outside gets a calendar around it.</summary>
internal sealed class DocumentBuilder(Notes notes, MemoryBudget memory, NameTable names, ReadOptions options)
{
    private readonly List<CalendarComponent> _calendars = [];
    private readonly Stack<CalendarComponent> _open = [];

    /// <summary>The properties so far of each open component, used again for the next one that deep.</summary>
    private readonly List<List<CalendarProperty>> _properties = [];
    private CalendarComponent? _implied;
    private int _components;
    private int _tooDeep;

    /// <summary>True when a limit is reached after which nothing more is taken.</summary>
    public bool IsFull { get; private set; }

    public void Add(in CalendarProperty property)
    {
        switch (property.Kind)
        {
            case PropertyKind.Begin: Begin(property); break;
            case PropertyKind.End: End(property); break;
            default:
                if (_tooDeep > 0) return;
                if (_open.Count > 0) _properties[_open.Count - 1].Add(property);
                else notes.AddOnce(NoteKind.OutsideComponent, (property.Line, 1), $"{Notes.Quote(property.Name)} stands outside any component; left out.");
                break;
        }
    }

    public CalendarDocument Finish()
    {
        if (_open.TryPeek(out var open)) notes.Add(NoteKind.MissingEnd, (open.Line, 1), $"BEGIN:{Notes.Quote(open.Name)} is never closed; closed at the end of the file.");
        while (_open.Count > 0) Close();
        return new CalendarDocument([.. _calendars]);
    }

    /// <summary>Stops because of the memory; noted once.</summary>
    public void StopForMemory(int line)
    {
        if (IsFull) return;
        notes.Add(NoteKind.TooMuchMemory, (line, 1), $"The file would take more than {options.MaxMemory} octets of memory; what follows is left out.");
        IsFull = true;
    }

    /// <summary>Stops because the file is too large.</summary>
    public void StopForOctets(int line)
    {
        notes.Add(NoteKind.TooManyOctets, (line, 1), $"The file has more than {options.MaxOctets} octets; what follows is left out.");
        IsFull = true;
    }

    private void Begin(in CalendarProperty property)
    {
        if (_tooDeep > 0 || _open.Count >= options.MaxDepth)
        {
            if (_tooDeep++ == 0) notes.Add(NoteKind.TooDeep, (property.Line, 1), $"More than {options.MaxDepth} components within each other; the inner ones are left out.");
            return;
        }
        if (_components++ >= options.MaxComponents)
        {
            notes.Add(NoteKind.TooManyComponents, (property.Line, 1), $"More than {options.MaxComponents} components; what follows is left out.");
            IsFull = true;
            return;
        }
        var component = new CalendarComponent(names.Name(NameOf(property)).Text, property.Line);
        if (!memory.Take(MemoryBudget.Component)) return;
        if (_open.TryPeek(out var parent)) parent.Add(component);
        else if (component.Name == "VCALENDAR") _calendars.Add(component);
        else ImpliedCalendar(component).Add(component);
        _open.Push(component);
        if (_properties.Count < _open.Count) _properties.Add([]);
    }

    private CalendarComponent Close()
    {
        var properties = _properties[_open.Count - 1];
        var component = _open.Pop();
        component.Close(properties);
        properties.Clear();
        return component;
    }

    private CalendarComponent ImpliedCalendar(CalendarComponent component)
    {
        if (_implied is not null) return _implied;
        notes.Add(NoteKind.OutsideCalendar, (component.Line, 1), $"{Notes.Quote(component.Name)} stands outside any VCALENDAR; taken as if one were around it.");
        _implied = new CalendarComponent("VCALENDAR", component.Line);
        _calendars.Add(_implied);
        return _implied;
    }

    private void End(in CalendarProperty property)
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }
        string name = names.Name(NameOf(property)).Text;
        if (_open.TryPeek(out var inner) && inner.Name == name)
        {
            Close();
            return;
        }
        if (!_open.Any(open => open.Name == name))
        {
            notes.Add(NoteKind.MismatchedEnd, (property.Line, 1), $"END:{Notes.Quote(name)} closes nothing; passed over.");
            return;
        }
        for (var open = Close(); open.Name != name; open = Close())
        {
            notes.Add(NoteKind.MissingEnd, (property.Line, 1), $"BEGIN:{Notes.Quote(open.Name)} of line {open.Line} is not closed before END:{Notes.Quote(name)}; closed here.");
        }
    }

    private static ReadOnlySpan<byte> NameOf(in CalendarProperty property) => property.Octets.Trim(" \t"u8);
}
