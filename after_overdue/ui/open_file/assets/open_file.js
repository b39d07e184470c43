// A button that reads a small file: its text is handed to the page, and nothing is uploaded.
export default function openFile({ data, parentElement, setTriggerValue }) {
  const [name, input, said] = ["span", "input", "p"].map((each) => parentElement.querySelector(each));
  name.textContent = data.label;
  input.accept = data.endings;
  input.onchange = async () => {
    const [file] = input.files;
    if (!file) return;
    input.value = "";
    const isSmall = file.size <= data.most;
    said.textContent = isSmall ? "" : data.tooLarge;
    if (isSmall) setTriggerValue("file", await file.text());
  };
  input.onchange(); // a file that was chosen before this script was there
}
