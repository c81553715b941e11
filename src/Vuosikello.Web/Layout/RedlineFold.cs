namespace Vuosikello.Web.Layout;

/// <summary>What a redline does with long stretches without a change.</summary>
public enum RedlineFold
{
    /// <summary>Shows all of them.</summary>
    Show,

    /// <summary>Hides them until the reader opens them.</summary>
    Hide,

    /// <summary>Leaves them out and says how many words they have: for lists of many changes, where each leads to the whole.</summary>
    Leave,
}
