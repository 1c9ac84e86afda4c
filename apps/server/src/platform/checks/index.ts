export {
  attention,
  broken,
  type Check,
  defineCheck,
  type Finding,
  notChecked,
  ok,
} from './check.ts';
