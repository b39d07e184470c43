"""A Streamlit page of the same elements as ours, with nothing behind them.

What a change costs here is the platform's: as many elements, a component that is sent
as much, the address written; no model, no words, and a line of two points for a figure.
"""

import streamlit as st

SENT = b" " * 14_000
"""As much as a figure weighs."""
HTML = """<input type="range" id="main-slider" min="0" max="200" value="60">
<div class="js-plotly-plot"><svg width="700" height="560"><g class="scatterlayer">
<path class="js-line" d="M0,0L700,60" stroke="black"></path></g></svg></div>"""
SCRIPT = """export default ({ data, parentElement, setStateValue }) => {
  const drawn = new TextDecoder().decode(data).trim();
  parentElement.querySelector("path").setAttribute("d", `M0,0L700,${drawn}`);
  parentElement.querySelector("input").onchange = (event) =>
    setStateValue("points_lost", Number(event.target.value));
};"""
figure = st.components.v2.component("bench_figure", html=HTML, js=SCRIPT)


def take() -> None:
    """Put what the component reports where the page reads it."""
    st.session_state["points_lost"] = st.session_state["figure"]["points_lost"]


@st.fragment(key="case")
def case() -> None:
    """Draw what a movement of a slider changes."""
    lost = st.session_state.get("points_lost", 60)
    months = st.session_state.get("months", 72)
    st.query_params.from_dict({"points_lost": str(lost), "months": str(months)})
    with place:
        sent = b"%d" % (lost + months) + SENT
        figure(key="figure", data=sent, on_points_lost_change=take)
    with answers:
        st.markdown(f"- {lost} points\n" * 7)
    with details:
        st.number_input("Month", 0, 72, 36, key="month")
        st.markdown(f"1. {lost} points\n" * 12)
        st.expander("The whole table", on_change="rerun")


def again() -> None:
    """Run the fragment alone, as our settings do."""
    st.rerun("case")


answers, place, settings, details = (st.container() for _ in range(4))
case()
with settings:
    for name in ("Score before", "Share", "Cost"):
        st.slider(name, 0, 100, 50, on_change=again)
    st.slider("Months shown", 12, 120, 72, key="months", on_change=again)
    st.selectbox("Month", ["November", "December"], on_change=again)
    for name in ("Year", "Target", "Late month"):
        st.number_input(name, 0, 3000, 5, on_change=again)
    st.pills("Readings", list("abcde"), selection_mode="multi", default=list("abc"))
