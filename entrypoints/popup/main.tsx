import { render } from 'preact';

render(<p>Randnotiz</p>, document.getElementById('app')!);
