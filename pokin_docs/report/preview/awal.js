const main = document.querySelector('main');
const kotak = (el) => el.getBoundingClientRect();
const anak = (el, cocok) => [...el.children].find((part) => part.matches(cocok));
