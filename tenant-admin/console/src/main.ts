import './styles/tokens.css';
import './styles/base.css';
import './styles/element';
import './theme';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { makeRouter } from './router';

createApp(App).use(createPinia()).use(makeRouter()).mount('#app');
