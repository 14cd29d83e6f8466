<div id="settings">
  <a href="javascript:void(0)" ng-click="$ctrl.change('letters')">Letters</a>
  <div ng-if="$ctrl.ready"></div>
</div>
