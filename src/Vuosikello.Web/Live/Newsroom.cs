using System.Collections.Concurrent;
using System.Collections.Immutable;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Live;

/// <summary>Tells those who have a form open that somebody else has changed what they edit.</summary>
public sealed class Newsroom
{
    private readonly ConcurrentDictionary<PartnershipId, ImmutableHashSet<Editor>> _editors = new();

    /// <summary>Tells the editor how the item stands, and from now on of every change.</summary>
    /// <returns>To <see cref="Leave"/> with.</returns>
    public Editor Enter(ILivePage page, string item, string language, LiveLine line)
    {
        var editor = new Editor(page, item, language, line);
        _editors.AddOrUpdate(page.Partnership, _ => [editor], (_, editors) => editors.Add(editor));
        // What changed since the form was loaded, or while the line was down.
        editor.Tell();
        return editor;
    }

    public void Leave(Editor editor)
    {
        while (_editors.TryGetValue(editor.Page.Partnership, out var editors))
        {
            var rest = editors.Remove(editor);
            // Only as it was read: somebody who enters at the same moment is not forgotten.
            if (rest.IsEmpty ? _editors.TryRemove(new(editor.Page.Partnership, editors)) : _editors.TryUpdate(editor.Page.Partnership, rest, editors)) return;
        }
    }

    /// <summary>Returns at once; the messages go out by themselves.</summary>
    public void Hear(in ViewChange change)
    {
        if (!_editors.TryGetValue(change.Partnership, out var editors)) return;
        foreach (var editor in editors)
            if (editor.Page.Concerns(change)) editor.Tell();
    }
}

/// <summary>Somebody with a form open.</summary>
public sealed class Editor(ILivePage page, string item, string language, LiveLine line)
{
    private long _told = long.MinValue;

    public ILivePage Page => page;
    public string Item => item;

    /// <summary>Tells how the item stands, unless that was told already. A form as new as that passes it over.</summary>
    public void Tell()
    {
        if (LanguageSetup.In(language, () => page.NewsOf(item)) is not { } news) return;
        if (Interlocked.Exchange(ref _told, news.Version) != news.Version) line.Send(LiveMessages.Of(news));
    }
}
